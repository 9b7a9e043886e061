import type { Server } from 'node:http'
import { Explained } from './progress.ts'

function listenOn(http: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })
}

/**
 * Listens on PORT, or, when none was asked for, on 3000 or the next free one.
 * @returns the port @throws Explained when the port asked for is taken or forbidden
 */
export async function listen(http: Server, env: NodeJS.ProcessEnv): Promise<number> {
  const host = env.HOST || 'localhost'
  const asked = env.PORT ? Number(env.PORT) : null
  if (asked !== null && (!Number.isInteger(asked) || asked < 0 || asked > 65_535)) throw new Explained(`PORT is "${env.PORT}", which is no port. Give a number from 0 (any free one) to 65535.`)
  const first = asked ?? 3_000
  for (let port = first; ; port++) {
    try {
      await listenOn(http, port, host)
      const address = http.address()
      return typeof address === 'object' && address ? address.port : port
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && asked === null && port < first + 100) continue
      if (code === 'EADDRINUSE') throw new Explained(`Port ${port} is taken by another program. Stop that one, or start with another: PORT=${port + 1} npm start`)
      if (code === 'EACCES') throw new Explained(`This account may not listen on port ${port}. Take one above 1023: PORT=3000 npm start`)
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') throw new Explained(`HOST is "${host}", which is no address of this machine. Use localhost, 0.0.0.0 (every address) or one of its own.`)
      throw error
    }
  }
}
