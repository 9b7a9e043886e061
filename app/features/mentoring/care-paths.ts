/** Addresses of care. */
export const reportPath = (id: number): string => `/mentoring/program/laporan/${id}`
export const wavePath = (id: number): string => `/mentoring/gelombang/${id}`
export const officerWavePath = (id: number): string => `/mentoring/program/gelombang/${id}`
export const pairingPath = (id: number): string => `/mentoring/program/pasangkan/${id}`
