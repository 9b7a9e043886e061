/** For pages of other rooms that show posts in their own way. */
export { useThreadLive } from '../live/use-thread-live'
