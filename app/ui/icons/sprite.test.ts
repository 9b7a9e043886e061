import { expect, test } from 'vitest'
import { committedSprite, drawSprite } from './draw'
import { iconNames } from './names'

test('the committed sprite is what the installed icon set draws, once for every name', async () => {
  expect(await committedSprite(), 'run: node app/ui/icons/draw.ts').toBe(await drawSprite())
  expect(new Set(iconNames).size).toBe(iconNames.length)
})
