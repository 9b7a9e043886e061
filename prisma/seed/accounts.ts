import type { DemoAccount } from '~/platform/command'

/** The password of everybody in the demonstration data. */
export const demoPassword = 'balai-demo-2026'

const account = (role: string, name: string, login: string): DemoAccount => ({ role, name, login, password: demoPassword })

/** One account per role, printed at start. Each may also sign in with the NIP of `seed/persons.ts`. */
export const demoAccounts: readonly DemoAccount[] = [
  account('Administrator', 'Hendra Gunawan Lim', 'hendra.gunawan.lim@sibolga.example'),
  account('Pengelola kepegawaian (BKPSDM)', 'Parlindungan Hutabarat', 'parlindungan.hutabarat@sibolga.example'),
  account('Kepala unit', 'Togar Pasaribu', 'togar.pasaribu@sibolga.example'),
  account('Petugas layanan', 'Nurhayati Chaniago', 'nurhayati.chaniago@sibolga.example'),
  account('Moderator', 'Melva Sitompul', 'melva.sitompul@sibolga.example'),
  account('ASN', 'Junaidi Sikumbang', 'junaidi.sikumbang@sibolga.example'),
  account('Warga', 'Ibu Ratna Zega', 'ratna@warga.example'),
  account('Mitra', 'Masdalena Pane', 'masda@mitra.example'),
]
