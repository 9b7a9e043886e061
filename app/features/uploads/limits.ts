/** Limits of one post and one person, named on the page before anyone meets them. Bytes unless said. */
export const PICTURE_LIMIT = 10 * 1024 * 1024
export const FILE_LIMIT = 20 * 1024 * 1024
/** one file of the knowledge base, which is never held in memory */
export const LARGE_LIMIT = 200 * 1024 * 1024
/** in such pieces the browser sends it, so that a broken line costs one of them */
export const PIECE = 4 * 1024 * 1024
/** all large files one person may send in an hour */
export const LARGE_PER_HOUR = 2 * 1024 * 1024 * 1024
/** files in one post */
export const FILES_PER_POST = 10
/** files one person may store in an hour */
export const UPLOADS_PER_HOUR = 40
/** for `<input type=file accept>` */
export const ACCEPT = '.jpg,.jpeg,.png,.webp,.gif,.avif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv,.md'
