type Job = {
  cron: string
  /** comes again so soon that one left out or failed is not missed */
  often?: true
  run: () => Promise<unknown>
}

/** What the worker does without being asked, by name; times are Stockholm's. Code is loaded only when its hour comes. */
export const JOBS: Record<string, Job> = {
  links: {
    cron: '* * * * *',
    often: true,
    run: async () => (await import('@/lib/related-links/commands')).checkLinks(),
  },
  housekeeping: {
    cron: '17 3 * * *',
    run: async () => {
      const [{ deleteExpired }, { auditLinkIndex, deleteOldTrash, signUnsigned }, { deleteOldHosts, enlistTargets, recountLinks }, { databaseNow, transact }, { deleteOldChanges }, { deleteDone }, { sweepImages }] = await Promise.all([
        import('@/lib/auth/commands'), import('@/lib/articles/commands'), import('@/lib/related-links/commands'), import('@/lib/platform/db'), import('@/lib/platform/notify'), import('@/lib/platform/outbox'), import('@/lib/media/commands'),
      ])
      await deleteExpired()
      await auditLinkIndex()
      await recountLinks()
      const now = await databaseNow()
      await deleteOldTrash(now)
      await enlistTargets(now)
      await deleteOldHosts(now)
      await signUnsigned()
      await transact({ now }, (tx) => deleteOldChanges(tx))
      await deleteDone()
      await sweepImages()
    },
  },
}
