import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { Disk, errors } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { env } from '~/platform/env/env.server'
import { NotFound, Unavailable } from '~/platform/errors'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'

/** Bytes of a part of a file, both ends counted in, as in an HTTP Range. */
export interface ByteRange {
  start: number
  end: number
}

const root = () => path.resolve(env().DATA_DIR, 'files')

/** The S3 client is large, so it is loaded only where it is used. */
async function makeS3() {
  const { S3Client } = await import('@aws-sdk/client-s3')
  const { S3Driver } = await import('flydrive/drivers/s3')
  const setting = env()
  const client = new S3Client({
    endpoint: setting.S3_ENDPOINT, region: setting.S3_REGION, forcePathStyle: true,
    credentials: { accessKeyId: setting.S3_ACCESS_KEY ?? '', secretAccessKey: setting.S3_SECRET_KEY ?? '' },
  })
  const bucket = setting.S3_BUCKET ?? ''
  return { client, bucket, disk: new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false })) }
}

const s3 = () => kept('files-s3', makeS3)
const local = () => kept('files-local', () => new Disk(new FSDriver({ location: root(), visibility: 'private' })))
const disk = async (): Promise<Disk> => (env().S3_BUCKET ? (await s3()).disk : local())

function asUnavailable(error: unknown, key: string): never {
  log.error({ err: (error as Error).message, cause: (error as Error & { cause?: Error }).cause?.message, key }, 'file storage failed')
  throw new Unavailable('files', 30)
}

/**
 * Keeps a file under DATA_DIR/files, or in the S3 bucket where one is set. Keys are made by us, never from what was typed.
 * @throws Unavailable when the disk is full or read-only, or the object store does not answer
 */
export async function putFile(key: string, contents: Uint8Array, mime: string): Promise<void> {
  await (await disk()).put(key, contents, { contentType: mime }).catch(error => asUnavailable(error, key))
}

/** Where a file lies while it arrives: on this machine, beside the kept ones, so that keeping it is a change of name. */
export async function arrivalPlace(name: string): Promise<string> {
  const folder = path.resolve(env().DATA_DIR, 'arriving')
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(error => asUnavailable(error, folder))
  return path.join(folder, name)
}

/** Removes what arrived before `since` and never became anything (a process that was ended in the middle). @returns how many */
export async function clearArrivals(since: number): Promise<number> {
  const folder = path.resolve(env().DATA_DIR, 'arriving')
  let gone = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(path.join(folder, name)).catch(() => null)
    if (!found || found.mtimeMs >= since) continue
    await rm(path.join(folder, name), { force: true })
    gone += 1
  }
  return gone
}

/** Keeps a file that arrived at a place of ours, whatever its size, without reading it into memory; it is gone from there afterwards. @throws Unavailable */
export async function putArrived(key: string, from: string, mime: string, size: number): Promise<void> {
  try {
    if (env().S3_BUCKET) {
      const { client, bucket } = await s3()
      const { PutObjectCommand } = await import('@aws-sdk/client-s3')
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: createReadStream(from), ContentLength: size, ContentType: mime }))
      return await rm(from, { force: true })
    }
    const to = path.join(root(), key)
    await mkdir(path.dirname(to), { recursive: true })
    await rename(from, to).catch(async () => { await copyFile(from, to); await rm(from, { force: true }) })
  } catch (error) {
    asUnavailable(error, key)
  }
}

/** Whoever reads may go away in the middle: the file is closed with an error then, and one that nobody hears would end the process. */
function heard(stream: Readable): Readable {
  stream.on('error', () => undefined)
  return stream
}

/**
 * Opens a file for reading, or a part of it.
 * @throws NotFound when there is none by this key, Unavailable when the storage does not answer
 */
export async function openFile(key: string, range?: ByteRange): Promise<Readable> {
  try {
    if (range && env().S3_BUCKET) {
      const { client, bucket } = await s3()
      const { GetObjectCommand } = await import('@aws-sdk/client-s3')
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=${range.start}-${range.end}` }))
      return heard(answer.Body as Readable)
    }
    const store = await disk()
    if (!(await store.exists(key))) throw new NotFound('file')
    return heard(range ? createReadStream(path.join(root(), key), range) : await store.getStream(key))
  } catch (error) {
    if (error instanceof NotFound) throw error
    if (error instanceof errors.E_CANNOT_READ_FILE) throw new NotFound('file')
    return asUnavailable(error, key)
  }
}

/** The whole of a small file. @throws as openFile */
export async function readFile(key: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await openFile(key)) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

/** Removes a file; one that is not there is no error. */
export async function removeFile(key: string): Promise<void> {
  await (await disk()).delete(key).catch(error => asUnavailable(error, key))
}
