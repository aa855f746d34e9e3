/** The sentences that the program says, read off its source: to see that other languages know them all. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** A text of the source. What is put into it is "{}": "The table {} has no column {}{}." */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Every text of the files in these places, but for imports and types. */
export function textsOfSource(places: readonly string[]): SourceText[] {
  return places.flatMap(filesIn).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
    const found: SourceText[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push({ file, text: node.text });
      if (ts.isTemplateExpression(node)) {
        found.push({
          file,
          text: node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join(''),
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function filesIn(place: string): string[] {
  const path = join(ROOT, place);
  if (!statSync(path).isDirectory()) return [place];
  return readdirSync(path).flatMap((name) => filesIn(join(place, name)));
}

/** "The table {table} has no column {column:words}." to "The table {} has no column {}." */
export const withoutNames = (text: string): string => text.replace(/\{\w+(:\w+)?\}/g, '{}');
