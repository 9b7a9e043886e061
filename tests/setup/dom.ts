import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// What a test rendered is gone before the next one looks.
afterEach(cleanup)
