/** Addresses of requests, pairs and certificates. */
export const requestsPath = '/mentoring/permintaan'
export const requestPath = (id: number, act?: string): string => `${requestsPath}/${id}${act ? `/${act}` : ''}`
export const askMentorPath = (offerId: number, needId?: number): string => `/mentoring/minta/${offerId}${needId ? `?kebutuhan=${needId}` : ''}`
export const needPath = '/mentoring/carikan'
export const pairPath = (id: number, part?: 'kesepakatan' | 'tujuan' | 'peserta' | 'keluar' | 'tutup'): string => `/mentoring/ruang/${id}${part ? `/${part}` : ''}`
/** Where anybody checks a certificate. */
export const certificatePath = (code: string): string => `/sertifikat/${code}`
