import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export const wait = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

/** Processor time a process has used since its start, user and system, in ms; null where /proc does not say. */
export function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    // a clock tick is 10 ms on every Linux that Node runs on
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}

/** Memory a process holds, in MB; null where it cannot be asked. */
export function memoryOf(pid: number): number | null {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    try {
      return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
    } catch {
      return null
    }
  }
}

/** How much processor time a piece of work took, in ms. */
export async function cpuDuring<T>(pid: number, work: () => Promise<T>): Promise<{ result: T; cpu: number | null }> {
  const before = cpuOf(pid)
  const result = await work()
  const after = cpuOf(pid)
  return { result, cpu: before === null || after === null ? null : after - before }
}
