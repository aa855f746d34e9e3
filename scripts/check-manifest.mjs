// Checks the manifest without asking anybody: `npm run manifest`. Reads it as Microsoft's own tool does, and by its
// schemas where they are there: set MANIFEST_XSD to the folder with OfficeAppManifestV1_1.xsd (xmllint is needed).
// test/manifest holds what schemas do not say: https, icons and their sizes, ids that resolve.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OfficeAddinManifest } from 'office-addin-manifest';

const FILE = join(dirname(dirname(fileURLToPath(import.meta.url))), 'manifest.xml');

const { id, displayName, version, officeAppType } = await OfficeAddinManifest.readManifestFile(FILE);
if (!id || !displayName || !version || officeAppType !== 'TaskPaneApp') {
  throw new Error('The manifest lacks an id, a name, a version, or is not of a task pane.');
}
console.log(`${displayName} ${version} (${officeAppType}, ${id})`);

const schema = join(process.env.MANIFEST_XSD ?? '', 'OfficeAppManifestV1_1.xsd');
if (spawnSync('xmllint', ['--version']).error) {
  console.log('Without xmllint neither its form nor its schema is checked.');
} else if (process.env.MANIFEST_XSD && existsSync(schema)) {
  execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, FILE], { stdio: 'inherit' });
} else {
  execFileSync('xmllint', ['--noout', '--nonet', FILE], { stdio: 'inherit' });
  console.log('It is well formed. Its schema is not checked: MANIFEST_XSD names no folder with the schemas.');
}
