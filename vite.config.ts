import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'

export default defineConfig({
  resolve: { alias: { '~': path.resolve(import.meta.dirname, 'app') } },
  plugins: [tailwindcss(), remix(remixOptions)],
  // bundled for the server too: of these big packages we use a corner, and what is left out costs no memory
  ssr: { noExternal: [/^@react-email\/(?!render)/, 'lucide-react', 'radix-ui'] },
  build: { assetsInlineLimit: 0, cssMinify: true, sourcemap: false },
})
