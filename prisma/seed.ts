import type { CommandContribution, DemoAccount } from '~/platform/command'
import { bulkSeed, readBulkArgs } from './seed/bulk/bulk'
import { demoPassword } from './seed/demo'

export { seedDemo } from './seed/demo'

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

/** `npm run seed -- --topics 2000 --posts 40000 --people 500 --seed 7 --long 10000` */
export const seedCommand: CommandContribution = {
  name: 'seed',
  run: async (args, say) => {
    const wanted = readBulkArgs(args)
    if (typeof wanted === 'string') {
      say(wanted)
      return 1
    }
    await bulkSeed(wanted, say)
    return 0
  },
}

export const commands = { seed: seedCommand.run }
