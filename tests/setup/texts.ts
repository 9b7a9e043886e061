import { texts as english } from '~/locales.en'
import { texts as indonesian } from '~/locales.id'
import { registerTexts } from '~/platform/i18n/words'

registerTexts('id', indonesian)
registerTexts('en', english)
