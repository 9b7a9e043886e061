const waiting: (() => void)[] = []

function callNext(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(callNext)
}

/**
 * Resolves once per turn of the event loop, in the order asked. Node takes one new connection a turn and runs all that is ready in it: twenty
 * pages drawn in one turn kept whoever had just come waiting for seconds while those already connected got page after page.
 */
export function takeTurn(): Promise<void> {
  return new Promise(resolve => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(callNext)
  })
}
