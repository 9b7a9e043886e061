/** A file made for this one viewer, to be kept by them and by no cache. `name` is plain ASCII, made by us. */
export const attachment = ({ bytes, name, mime }: { bytes: Uint8Array; name: string; mime: string }): Response => new Response(bytes as Uint8Array<ArrayBuffer>, {
  headers: {
    'Content-Type': mime, 'Content-Length': String(bytes.length), 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
  },
})
