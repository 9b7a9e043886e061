// Loaded before anything else (node --import): an older Node cannot even read the TypeScript that would complain.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(`Balai needs Node 24 or newer, and this is Node ${process.versions.node}.

"npm ci" brings a Node 24 of its own. It is missing when npm ran with --ignore-scripts or --omit=dev.
  On a laptop or server:  npm ci && npm start
  In an image:            start from node:24`)
  process.exit(1)
}

// what V8 made of the sources is kept for the next start
const { enableCompileCache } = await import('node:module')
enableCompileCache('node_modules/.cache/balai-compiled')
