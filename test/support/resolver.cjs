const { join, sep } = require('node:path');

const FILE_TYPE_STUB = join(__dirname, 'file-type-stub.cjs');
const IMAGE_HASH = `${sep}node_modules${sep}image-hash`;
const INSTALLED = `${sep}node_modules${sep}`;

/**
 * How Jest finds modules. Two things differ from Node: our imports end in `.js` where the file is `.ts`, and image-hash (CommonJS)
 * requires file-type (ESM), which Jest's require cannot load; image-hash only asks it about paths and URLs, which it is never given.
 */
module.exports = function resolveModule(request, options) {
  if (request === 'file-type' && options.basedir.includes(IMAGE_HASH)) return FILE_TYPE_STUB;
  const isOurs = request.startsWith('.') && request.endsWith('.js') && !options.basedir.includes(INSTALLED);
  if (!isOurs) return options.defaultResolver(request, options);
  try {
    return options.defaultResolver(request.replace(/\.js$/, '.ts'), options);
  } catch {
    return options.defaultResolver(request, options);
  }
};
