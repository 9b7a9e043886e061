/**
 * The icons of the house, by their Lucide names (ISC licence). To add one: write its name here, then `node app/ui/icons/draw.ts`,
 * which redraws `sprite.svg`. Pages load that one cached file, so an icon costs no script and about 80 bytes of HTML.
 */
export const iconNames = [
  'arrow-down', 'arrow-left', 'arrow-right', 'arrow-up', 'at-sign', 'bell', 'bell-off', 'bold', 'book-open', 'book-text', 'bookmark', 'calendar',
  'check', 'chevron-down', 'chevron-left', 'chevron-right', 'chevron-up', 'circle-alert', 'circle-check', 'circle-help', 'circle-user-round', 'circle-x', 'clock',
  'code', 'copy', 'download', 'ellipsis', 'external-link', 'eye', 'eye-off', 'file-text', 'flag', 'folder', 'globe', 'graduation-cap', 'handshake',
  'heading-2', 'heading-3', 'heart-handshake', 'history', 'house', 'image', 'info', 'italic', 'key-round', 'landmark', 'languages', 'link', 'list',
  'list-checks', 'list-collapse', 'list-ordered', 'lock', 'log-in', 'log-out', 'mail', 'map-pin', 'megaphone', 'menu', 'message-circle', 'message-circle-heart', 'messages-square', 'minus',
  'monitor', 'moon', 'notebook-pen', 'paperclip', 'pen-line', 'pencil', 'pilcrow', 'pin', 'plus', 'quote', 'redo-2', 'refresh-cw', 'reply', 'rotate-ccw', 'rss',
  'search', 'send-horizontal', 'settings', 'share-2', 'shield', 'sliders-horizontal', 'smartphone', 'square', 'square-check', 'square-code', 'stamp', 'strikethrough', 'sun', 'table', 'tag', 'thumbs-up',
  'trash-2', 'undo-2', 'upload', 'user', 'user-plus', 'users', 'venetian-mask', 'wifi-off', 'x',
] as const

export type IconName = (typeof iconNames)[number]
