// One more process that serves on the port of `npm start`, which starts it, again when it dies, and ends it.
import { serve } from '@/server/index'

const [, , host] = process.argv
const serving = serve({ port: Number(process.env.PORT), host, dir: process.cwd(), isShared: true })
let ending: Promise<void> | null = null

process.on('SIGTERM', () => void stop())
// The process that started us is gone: nobody would ever stop us.
process.on('disconnect', () => void stop())
// Ctrl-C reaches the whole group; the one who started us ends us in its turn.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
await serving

function stop(): Promise<void> {
  return (ending ??= serving.then((end) => end()).finally(() => process.exit(0)))
}
