/** What could not be kept of an imported file, in the order of the report. Words are in the locales. */
export const losses = ['pictures', 'picturesOver', 'embedded', 'scripts', 'comments', 'changes', 'footnotes', 'levels', 'formatting', 'links', 'inList', 'html', 'other'] as const
export type Loss = (typeof losses)[number]
export type Lost = Partial<Record<Loss, number>>

export interface ImportedPicture {
  /** as the text names it; '' where the tree names it by its place in the list */
  path: string
  /** base64 */
  data: string
}

/** Told by the child: a tree as the editor knows it, or Markdown; pictures stand in the tree as `{ type: 'image', picture: 0 }`. */
export interface Imported {
  title: string
  doc: object | null
  markdown: string
  pictures: ImportedPicture[]
  lost: Lost
}

export const importFormats = ['docx', 'md', 'zip', 'html'] as const
export type ImportFormat = (typeof importFormats)[number]
