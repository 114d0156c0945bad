import { findHealth } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

/** 200 while this process can answer readers; with `?ready` 503 while the database or the worker is away. */
export async function GET(request: Request): Promise<Response> {
  const health = await findHealth()
  const asked = new URL(request.url).searchParams.has('ready')
  const ready = health.database === 'ok' && health.worker === 'ok'
  return Response.json(health, { status: asked && !ready ? 503 : 200, headers: { 'cache-control': 'no-store' } })
}
