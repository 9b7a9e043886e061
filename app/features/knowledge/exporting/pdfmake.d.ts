/** The corner of pdfmake that is used here. */
declare module 'pdfmake' {
  interface Made { getBuffer: () => Promise<Buffer> }
  const pdfmake: {
    setFonts: (fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>) => void
    setUrlAccessPolicy: (allow: (url: string) => boolean) => void
    setLocalAccessPolicy: (allow: (path: string) => boolean) => void
    createPdf: (definition: object) => Made
  }
  export default pdfmake
}
