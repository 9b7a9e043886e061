import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')

/** Bundles a fixture with the application code it uses, as the production build does, so that plain node runs it. @returns the file */
export async function bundle(fixture: string): Promise<string> {
  const outDir = path.join(root, 'node_modules', '.cache', 'balai-tests', fixture)
  mkdirSync(outDir, { recursive: true })
  await build({
    configFile: false, root, logLevel: 'error', publicDir: false,
    resolve: { alias: { '~': path.join(root, 'app'), '#tests': path.join(root, 'tests') } },
    build: { ssr: path.join(root, 'tests/live/fixtures', `${fixture}.ts`), outDir, emptyOutDir: true, minify: false, target: 'node22', rollupOptions: { output: { entryFileNames: 'fixture.mjs' } } },
  })
  return path.join(outDir, 'fixture.mjs')
}

export interface Running {
  child: ChildProcess
  /** resolves with the rest of the line that begins with `word` */
  said: (word: string) => Promise<string>
  say: (line: string) => void
  /** ends it the hard way */
  kill: () => Promise<void>
  /** ends it as the machine would; resolves with the exit code */
  stop: () => Promise<number | null>
}

export function start(file: string, env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [file], { cwd: root, env: { ...process.env, LOG_LEVEL: 'error', ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  let errors = ''
  let rest = ''
  child.stdout.on('data', (data: Buffer) => {
    const parts = (rest + data.toString()).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    for (const look of waiting) look()
  })
  child.stderr.on('data', (data: Buffer) => { errors += data.toString() })
  const ended = new Promise<number | null>(resolve => child.once('exit', code => {
    resolve(code)
    for (const look of waiting) look()
  }))
  return {
    child,
    said: word => new Promise((resolve, reject) => {
      const look = () => {
        const at = lines.findIndex(line => line === word || line.startsWith(`${word} `))
        if (at >= 0) {
          waiting.delete(look)
          resolve(lines.splice(at, 1)[0]?.slice(word.length + 1) ?? '')
        } else if (child.exitCode !== null || child.signalCode !== null) {
          waiting.delete(look)
          reject(new Error(`the process ended without saying ${word}\n${errors}`))
        }
      }
      waiting.add(look)
      look()
    }),
    say: line => { child.stdin.write(`${line}\n`) },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
