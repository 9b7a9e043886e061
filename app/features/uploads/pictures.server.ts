import { Invalid } from '~/platform/errors'

/** Longest side of the page's copy, in pixels. */
const VIEW_SIDE = 1600
/** A decoded picture costs four bytes a pixel; all frames of an animation count together. */
const PIXEL_LIMIT = 50_000_000

/** Read at the first picture, and kept from taking memory and processors for itself. */
async function drawer() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

export interface MadePicture {
  /** drawn anew from its pixels: place, camera, comments and anything hidden behind them are gone */
  original: { bytes: Buffer; mime: string; extension: string }
  view: { bytes: Buffer; width: number; height: number }
}

/**
 * Draws both copies of a picture.
 * @throws Invalid when it cannot be decoded or unpacks to more than 50 million pixels
 */
export async function makePicture(bytes: Uint8Array, mime: string): Promise<MadePicture> {
  const sharp = await drawer()
  const animated = mime === 'image/gif' || mime === 'image/webp'
  const open = () => sharp(bytes, { limitInputPixels: PIXEL_LIMIT, animated, failOn: 'error' }).timeout({ seconds: 20 })
  try {
    const { format } = await open().metadata()
    if (!['jpeg', 'png', 'webp', 'gif', 'heif'].includes(format)) throw new Invalid('uploads:errors.picture')
    const drawn = open().autoOrient()
    const original =
      format === 'jpeg' ? { bytes: await drawn.jpeg({ quality: 90, mozjpeg: false }).toBuffer(), mime: 'image/jpeg', extension: 'jpg' }
      : format === 'png' ? { bytes: await drawn.png({ compressionLevel: 8 }).toBuffer(), mime: 'image/png', extension: 'png' }
      : format === 'gif' ? { bytes: await drawn.gif().toBuffer(), mime: 'image/gif', extension: 'gif' }
      : { bytes: await drawn.webp({ quality: 90 }).toBuffer(), mime: 'image/webp', extension: 'webp' }
    const view = await open().autoOrient()
      .resize({ width: VIEW_SIDE, height: VIEW_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80, effort: 3 })
      .toBuffer({ resolveWithObject: true })
    return { original, view: { bytes: view.data, width: view.info.width, height: view.info.pageHeight ?? view.info.height } }
  } catch (error) {
    if (error instanceof Invalid) throw error
    const text = (error as Error).message
    throw new Invalid(/pixel limit|too large|dimension/i.test(text) ? 'uploads:errors.pixels' : 'uploads:errors.picture')
  }
}
