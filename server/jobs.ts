type Job = { cron: string; run: () => Promise<void> }

/** What the worker does without being asked, by name; times are Stockholm's. Code is loaded only when its hour comes. */
export const JOBS: Record<string, Job> = {
  housekeeping: {
    cron: '17 3 * * *',
    run: async () => {
      const [{ deleteExpired }, { auditLinkIndex, signUnsigned }, { recountLinks }] = await Promise.all([import('@/lib/auth/commands'), import('@/lib/articles/commands'), import('@/lib/related-links/commands')])
      await deleteExpired()
      await auditLinkIndex()
      await recountLinks()
      await signUnsigned()
    },
  },
}
