import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The program of LibreOffice, where it is installed. */
export const libreOffice: string | undefined = ['soffice', 'libreoffice'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);

const MODULE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">`;
const LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>`;

/** What every macro begins with: opening a workbook out of sight, and lines of an answer. */
const COMMON = `
Dim answer As Integer
Function Opened(path As String) As Object
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden" : how(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, how())
End Function
Sub Saved(doc As Object, path As String, filter As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName" : how(0).Value = filter
  doc.storeToURL(ConvertToURL(path), how())
End Sub
Sub Tell(line As String)
  Print #answer, line
End Sub
Sub Main(path As String)
  answer = FreeFile
  Open path For Output As #answer
  Work
  Close #answer
End Sub
`;

/**
 * Works with LibreOffice by a macro of its own language, in a profile of its own. Give the body of the sub Work, which may call
 * Opened(path), Saved(doc, path, filter) and Tell(line). Returns the lines that it told.
 */
export class LibreOffice {
  private readonly folder = mkdtempSync(join(tmpdir(), 'inventory-close-office-'));
  private isReady = false;

  /** A file in a folder that is gone once this is closed. */
  path(name: string): string {
    return join(this.folder, name);
  }

  async run(work: string, timeout: number): Promise<string[]> {
    // The first start fills the profile, and would take the place of a macro that stands there.
    if (!this.isReady) await this.start(['--terminate_after_init'], timeout);
    this.isReady = true;
    const basic = join(this.folder, 'profile', 'user', 'basic', 'Standard');
    writeFileSync(join(basic, 'script.xlb'), LIBRARY);
    writeFileSync(join(basic, 'Module1.xba'), `${MODULE}${escaped(`${COMMON}${work}\n`)}</script:module>`);
    const told = this.path('told.txt');
    rmSync(told, { force: true });
    await this.start([`macro:///Standard.Module1.Main("${told}")`], timeout);
    return readFileSync(told, 'utf8').split(/\r?\n/).slice(0, -1);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async start(args: readonly string[], timeout: number): Promise<void> {
    if (libreOffice === undefined) throw new Error('LibreOffice is not installed');
    const profile = `-env:UserInstallation=file://${join(this.folder, 'profile')}`;
    await promisify(execFile)(libreOffice, [profile, '--headless', '--norestore', '--nologo', ...args], { timeout });
  }
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
