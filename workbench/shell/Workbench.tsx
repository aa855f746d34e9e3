import { MessageBar, MessageBarActions, MessageBarBody, Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState } from 'react';
import type { OpenBook } from '../book/open-book';
import { useGridBook } from '../book/use-grid-book';
import { PaneFrame } from '../frame/PaneFrame';
import { SheetGrid } from '../sheet/SheetGrid';
import { areaName } from '../sheet/places';
import type { Opening } from '../worker/control';
import { Bar } from './Bar';
import { CoauthorDialog } from './CoauthorDialog';
import { Demonstrate } from './Demonstrate';
import { download, readSample, SAMPLES, type SampleFile } from './files';
import { FormulaBar } from './FormulaBar';
import { SheetTabs } from './SheetTabs';
import { useOpened } from './use-opened';

declare global {
  interface Window {
    /** The open workbook and its Excel: for the console in a demonstration, and for tests. */
    workbench?: OpenBook;
  }
}

const EXCEL = { locale: 'en-US', platform: 'PC', readOnly: false } as const;

/** What the address of the page asks for: "?sample=smallest.xlsx&locale=de-DE&page=history". */
const asked = new URLSearchParams(window.location.search);

async function firstOpening(): Promise<Opening> {
  const name = SAMPLES.find((sample) => sample.name === asked.get('sample'))?.name ?? SAMPLES[0].name;
  return { ...EXCEL, name, bytes: await readSample(name), locale: asked.get('locale') ?? EXCEL.locale };
}

/** The whole page: a workbook on the left, the pane on the right. */
export function Workbench(): React.JSX.Element {
  const [refused, setRefused] = useState('');
  const onRefused = useCallback((reason: string) => setRefused(reason), []);
  const { opened, busy, open } = useOpened(firstOpening, onRefused);
  const book = useGridBook(opened?.host ?? null);
  useEffect(() => {
    if (opened) window.workbench = opened;
  }, [opened]);
  const [editing, setEditing] = useState(false);
  const [coauthor, setCoauthor] = useState(false);
  const [round, setRound] = useState(0);
  const [width, setWidth] = useState(Number(asked.get('width') ?? 350));

  const sheet = book?.sheets.find(({ id }) => id === book.active);
  const attempt = (work: Promise<unknown> | undefined): void => {
    work?.catch((error: Error) => onRefused(error.message));
  };
  const excel = opened ? { locale: opened.opening.locale, platform: opened.opening.platform } : EXCEL;
  const openBytes = (name: string, bytes: Uint8Array): Promise<void> => {
    setRefused('');
    setEditing(false);
    return open({ ...excel, readOnly: false, name, bytes });
  };
  const openFile = (file: File): void =>
    attempt(file.arrayBuffer().then((bytes) => openBytes(file.name, new Uint8Array(bytes))));
  const openSample = (name: SampleFile): void => attempt(readSample(name).then((bytes) => openBytes(name, bytes)));
  const openElsewhere = (change: Partial<Opening>): void => {
    if (opened) attempt(opened.host.save().then((bytes) => open({ ...opened.opening, ...change, bytes })));
  };
  const edit = (on: boolean): void => {
    setEditing(on);
    attempt(opened?.host.edit(on));
  };

  return (
    <div
      className="workbench"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) openFile(file);
      }}
    >
      <Bar
        name={book?.name ?? ''}
        busy={busy}
        onSample={openSample}
        onFile={openFile}
        onSave={() => attempt(opened?.host.save().then((bytes) => download(bytes, opened.opening.name)))}
      >
        <Demonstrate
          state={{
            editing,
            isProtected: sheet?.isProtected ?? false,
            readOnly: opened?.opening.readOnly ?? false,
            web: excel.platform === 'OfficeOnline',
            locale: excel.locale,
            width,
          }}
          onEdit={edit}
          onCoauthor={() => setCoauthor(true)}
          onFault={(fault) => attempt(opened?.host.fault(fault))}
          onProtect={(on) => attempt(sheet && opened?.protect(sheet.id, on))}
          onExcel={openElsewhere}
          onReload={() => setRound((count) => count + 1)}
          onWidth={setWidth}
        />
      </Bar>
      {refused !== '' && (
        <MessageBar intent="warning" className="refused">
          <MessageBarBody>{refused}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label="Dismiss"
                onClick={() => setRefused('')}
              />
            }
          />
        </MessageBar>
      )}
      <main className="desk" style={{ gridTemplateColumns: `minmax(0, 1fr) ${width}px` }}>
        <section className="book" aria-label="Workbook">
          {opened && book && (
            <>
              <FormulaBar host={opened.host} book={book} onRefused={onRefused} />
              <SheetGrid host={opened.host} book={book} onRefused={onRefused} />
              <SheetTabs book={book} onActivate={(id) => attempt(opened.host.activate(id))} />
            </>
          )}
        </section>
        {opened && <PaneFrame opened={opened} round={round} query={paneQuery()} />}
      </main>
      {coauthor && opened && book && sheet && (
        <CoauthorDialog
          place={`${sheet.name}!${areaName(book.selection)}`}
          onType={(text) => {
            const { row, column } = book.selection;
            attempt(opened.host.coauthorTypes(sheet.id, row, column, text));
          }}
          onClose={() => setCoauthor(false)}
        />
      )}
    </div>
  );
}

function paneQuery(): string {
  const page = asked.get('page');
  return page ? `?page=${encodeURIComponent(page)}` : '';
}
