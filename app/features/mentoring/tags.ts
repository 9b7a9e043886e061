/** "Pengelolaan keuangan, Arsip" as slugs, at most six. */
export const tagsOf = (text: string): string[] =>
  [...new Set(text.split(/[,;\n]/).map(tag => tag.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')).filter(tag => tag.length > 1 && tag.length <= 60))].slice(0, 6)
