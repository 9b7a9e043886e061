import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixOptions from './remix.config.js'

/**
 * Two files that every page needs, where forty small ones would each pay for a request: the framework, and the shell with the parts of the
 * design system. One more holds what pages of topics share, one the conversation. Otherwise rooms are cut by Rollup after the routes that use them.
 */
function chunkOf(id: string): string | undefined {
  if (/\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run\/(react|router|server-runtime))\/|commonjsHelpers/.test(id)) return 'frame'
  if (/\/app\/(ui\/[\w-]+\.tsx?|platform\/(i18n|live)\/[\w-]+\.ts|platform\/(http\/(nonce|packed)|viewer|errors)\.ts|root\.(data|shell|error|words)\.tsx?|locales\.files\.ts)$|vite\/preload-helper/.test(id)) return 'house'
  if (/\/app\/features\/(discussion\/components\/(mask-switch|voice-switch|use-draft|draft-line|composer-doors|full-head)|notifications\/components\/watch-menu|(forum|knowledge)\/paths|forum\/kinds|forum\/components\/topic-row)\.tsx?$/.test(id)) return 'topics'
  if (/\/app\/features\/discussion\/components\/(thread(-state)?|composer)\.tsx?$/.test(id)) return 'thread'
  // asked for together, once a page of a conversation is idle
  if (/\/app\/features\/discussion\/live\/follow-thread\.ts$|\/node_modules\/(socket\.io-client|socket\.io-parser|engine\.io-client|engine\.io-parser|@socket\.io)\//.test(id)) return 'line'
  return undefined
}

/** A page's code says which words it speaks with as soon as it is there, so that they come while its data is still on the way. */
const earlyWords: Plugin = {
  name: 'balai-early-words',
  transform(code, id, options) {
    if (options?.ssr || !/\/app\/.+\.tsx?$/.test(id)) return null
    const rooms = [...new Set([...code.matchAll(/\buseT\(\s*['"](\w+)['"]/g)].map(match => match[1]))]
    return rooms.length ? { code: `${code}\nimport { expectWords } from '~/platform/i18n/words'\nexpectWords(${JSON.stringify(rooms)})\n`, map: null } : null
  },
}

export default defineConfig(({ isSsrBuild }) => ({
  resolve: { alias: { '~': path.resolve(import.meta.dirname, 'app') } },
  plugins: [tailwindcss(), earlyWords, remix(remixOptions)],
  // bundled for the server too: of these big packages we use a corner, and what is left out costs no memory
  ssr: { noExternal: [/^@react-email\/(?!render)/, 'lucide-react', 'radix-ui'] },
  build: { target: 'es2022', assetsInlineLimit: 0, cssMinify: true, sourcemap: false, rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } } },
}))
