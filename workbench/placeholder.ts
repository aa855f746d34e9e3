declare const Office: { onReady(): Promise<unknown> };
declare const Excel: { run<T>(w: (c: any) => Promise<T>): Promise<T> };
void Office.onReady().then(async (info) => {
  const el = document.getElementById('pane')!;
  el.textContent = JSON.stringify(info);
  const n = await Excel.run(async (c) => { const t = c.workbook.tables; t.load('items/name'); await c.sync(); return t.items.map((i: any) => i.name); });
  el.textContent += JSON.stringify(n);
});
