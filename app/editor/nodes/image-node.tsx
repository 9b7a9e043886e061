import { $applyNodeReplacement, DecoratorNode, type DOMConversionMap, type DOMExportOutput, type LexicalNode, type LexicalParseJSON, type NodeKey, type SerializedLexicalNode, type Spread } from 'lexical'
import type { ReactNode } from 'react'
import { uploadAddress, uploadOf } from '../tree/safe-url'
import { Picture, type ImageData } from './picture'

export type SerializedImage = Spread<ImageData, SerializedLexicalNode>

/** A picture of ours, or a file still on its way (`upload` names it in the list of uploads and `slug` is empty). */
export class ImageNode extends DecoratorNode<ReactNode> {
  __image: ImageData
  __upload: string | null

  static override getType(): string {
    return 'image'
  }

  static override clone(node: ImageNode): ImageNode {
    return new ImageNode(node.__image, node.__upload, node.__key)
  }

  static override importJSON(json: LexicalParseJSON<SerializedLexicalNode>): ImageNode {
    const { slug, alt, width, height } = json as unknown as SerializedImage
    return $createImage({ slug, alt, width: width ?? null, height: height ?? null })
  }

  static override importDOM(): DOMConversionMap {
    return {
      img: dom => {
        const slug = uploadOf(dom.getAttribute('src') ?? '')
        const size = (name: string): number | null => Number.parseInt(dom.getAttribute(name) ?? '', 10) || null
        return slug ? { priority: 1, conversion: () => ({ node: $createImage({ slug, alt: dom.getAttribute('alt') ?? '', width: size('width'), height: size('height') }) }) } : null
      },
    }
  }

  constructor(image: ImageData = { slug: '', alt: '', width: null, height: null }, upload: string | null = null, key?: NodeKey) {
    super(key)
    this.__image = image
    this.__upload = upload
  }

  override exportJSON(): SerializedImage {
    return { ...super.exportJSON(), type: 'image', ...this.getLatest().__image }
  }

  override exportDOM(): DOMExportOutput {
    const { slug, alt, width, height } = this.__image
    if (!slug) return { element: null }
    const element = document.createElement('img')
    element.src = uploadAddress(slug)
    element.alt = alt
    if (width && height) Object.assign(element, { width, height })
    return { element }
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('span')
    dom.className = 'ed-pic'
    return dom
  }

  override updateDOM(): false {
    return false
  }

  override isInline(): boolean {
    return true
  }

  override getTextContent(): string {
    return this.getLatest().__image.alt
  }

  getUpload(): string | null {
    return this.getLatest().__upload
  }

  setAlt(alt: string): this {
    const self = this.getWritable()
    self.__image = { ...self.__image, alt }
    return self
  }

  /** The file has arrived. */
  setImage(image: ImageData): this {
    const self = this.getWritable()
    self.__image = image
    self.__upload = null
    return self
  }

  override decorate(): ReactNode {
    return <Picture nodeKey={this.getKey()} image={this.__image} upload={this.__upload} $describe={alt => { if (this.isAttached()) this.setAlt(alt) }} />
  }
}

export const $createImage = (image: ImageData): ImageNode => $applyNodeReplacement(new ImageNode(image))
export const $createUpload = (upload: string, alt: string): ImageNode => $applyNodeReplacement(new ImageNode({ slug: '', alt, width: null, height: null }, upload))
export const $isImage = (node: LexicalNode | null | undefined): node is ImageNode => node instanceof ImageNode
