// The newsroom's settings have one writer.
import { transact } from '@/lib/platform/db'

/** Names the newsroom; called when demo content is loaded. */
export async function nameNewsroom(input: { siteName: string; tagline: string; isDemo: boolean }): Promise<void> {
  await transact({}, async (tx) => {
    await tx.settings.update({ where: { id: 1 }, data: input })
  })
}
