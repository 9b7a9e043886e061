/** Addresses of the room. */
export const directoryPath = '/mentoring'
export const mentorPath = (slug: string): string => `/mentoring/m/${slug}`
export const offerPath = (id: number): string => `/mentoring/penawaran/${id}`
export const editOfferPath = (id: number): string => `/mentoring/penawaran/${id}/ubah`
export const newOfferPath = '/mentoring/penawaran/baru'
export const ownOffersPath = '/mentoring/penawaran'
/** `slot` is the start of the chosen time, ISO 8601. */
export const askPath = (offerId: number, slot?: string): string => `/mentoring/minta/${offerId}${slot ? `?slot=${encodeURIComponent(slot)}` : ''}`
export const findForMePath = '/mentoring/carikan'
export const requestsPath = '/mentoring/permintaan'
export const requestPath = (id: number): string => `/mentoring/permintaan/${id}`
export const roomPath = (pairId: number, part = ''): string => `/mentoring/ruang/${pairId}${part && `/${part}`}`
export const sessionPath = (id: number): string => `/mentoring/sesi/${id}`
export const hoursPath = '/mentoring/waktu'
export const profilePath = '/mentoring/profil'
/** The conduct rules; `back` is where to go on once they are accepted. */
export const rulesPath = (back?: string): string => `/mentoring/aturan${back ? `?ke=${encodeURIComponent(back)}` : ''}`
export const certificatePath = (code: string): string => `/sertifikat/${code}`
export const numbersPath = '/mentoring/program/angka'
export const guestsPath = '/mentoring/program/undangan'
export const reportPath = (id: number): string => `/mentoring/program/laporan/${id}`
export const wavePath = (id: number): string => `/mentoring/gelombang/${id}`
export const officerWavePath = (id: number): string => `/mentoring/program/gelombang/${id}`
export const pairingPath = (id: number): string => `/mentoring/program/pasangkan/${id}`
