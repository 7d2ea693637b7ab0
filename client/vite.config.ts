import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** GraphiQL's style sheet carries 17 web fonts as data URLs (380 kB); the policy allows none and the system's fonts do. */
function dropEmbeddedFonts(): Plugin {
  return {
    name: 'drop-embedded-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/graphiql/') || !id.endsWith('.css')) return null;
      return { code: code.replaceAll(/@font-face\s*\{[^}]*\}/g, ''), map: null };
    },
  };
}

const LAYERS = '@layer ie.tokens, ie.base, ie.parts, ie.page;';

/** The first mention of a layer decides its rank, and which style sheet a browser reads first is the bundler's choice: each begins with all of them. */
function rankLayers(): Plugin {
  return {
    name: 'rank-layers',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = `${LAYERS}${file.source.toString()}`;
      }
    },
  };
}

// Relative URLs under <base href>, which the server fills in: one build serves every mount path.
export default defineConfig({
  root,
  base: './',
  plugins: [vue(), dropEmbeddedFonts(), rankLayers()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
  },
  build: {
    outDir: resolve(root, '../dist/client'),
    emptyOutDir: true,
    // light-dark() and nesting stay as written in these; older targets would get a bulky rewrite.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // No data: URLs and no inline script, so that the policy needs no exception.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // "use client" in React packages says nothing to a bundle that has no server part.
      onLog: (level, log, print) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && print(level, log),
      input: { index: resolve(root, 'index.html'), graphiql: resolve(root, 'graphiql.html') },
    },
  },
  worker: { format: 'es' },
});
