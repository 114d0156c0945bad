import { IncomingMessage, type IncomingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { setHeaders } from '@/server/set-headers'

/** An answer as a whole: header names in lower case, the body as it was rendered. */
export type Captured = { status: number; headers: Map<string, string>; body: Buffer }
export type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>

type Callback = () => void

/**
 * What a handler answers to a GET that no client sent: nothing of a reader (no cookie, no address) can be in it, and no reader
 * who hangs up ends it for the others. Rejects when the handler does.
 */
export function capture(render: Render, url: string, headers: IncomingHttpHeaders): Promise<Captured> {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url, headers: { ...headers } })
  request.push(null)
  const response = new ServerResponse(request)
  const chunks: Buffer[] = []
  const keep = (chunk: unknown, encoding: unknown): void => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const lastOf = (args: unknown[]): Callback | undefined => args.findLast((arg): arg is Callback => typeof arg === 'function')
  return new Promise((done, fail) => {
    Object.assign(response, {
      writeHead: (status: number, ...rest: unknown[]) => {
        response.statusCode = status
        setHeaders(response, rest.find((part) => typeof part === 'object') as Parameters<typeof setHeaders>[1])
        return response
      },
      flushHeaders: () => {},
      write: (...args: unknown[]) => {
        keep(args[0], args[1])
        lastOf(args)?.()
        return true
      },
      end: (...args: unknown[]) => {
        keep(args[0], args[1])
        process.nextTick(() => {
          response.emit('finish')
          response.emit('close')
          lastOf(args)?.()
        })
        done({ status: response.statusCode, headers: headersOf(response), body: Buffer.concat(chunks) })
        return response
      },
    })
    render(request, response).catch(fail)
  })
}

function headersOf(response: ServerResponse): Map<string, string> {
  return new Map(Object.entries(response.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : String(value)] as const])))
}
