const { sources, Compilation } = require('webpack');

const PAGE = 'taskpane.html';
/** With quotes, or without them where the page was made small. */
const TAG = /<script src="?https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js"?>/;

/**
 * Seats the built pane beside the workbench's grid: its page gets one script more, before all others, which offers the
 * stand-in where office.js looks for Excel; and office.js comes from this site instead of Microsoft's. The scripts of
 * the pane are those that ship.
 */
class SeatPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('SeatPlugin', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'SeatPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          const page = compilation.getAsset(PAGE)?.source.source().toString();
          if (page === undefined) return;
          if (!TAG.test(page)) throw new Error(`${PAGE} does not load office.js from Microsoft, as it is expected to.`);
          const seated = page
            .replace(TAG, '<script src="../office/office.js">')
            .replace('<script', '<script src="../enter.js"></script><script');
          compilation.updateAsset(PAGE, new sources.RawSource(seated));
        },
      );
    });
  }
}

module.exports = { SeatPlugin };
