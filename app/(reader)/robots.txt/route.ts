import { sendText } from '@/app/(reader)/respond'

export function GET(): Response {
  return sendText('User-agent: *\nAllow: /\nDisallow: /desk\nDisallow: /admin\nDisallow: /api\n', { type: 'text/plain', cache: 'public, max-age=3600' })
}
