import { existsSync, readdirSync } from 'node:fs'
import createNextIntlPlugin from 'next-intl/plugin'

// By name, so that the answer for a file that is not there is never kept.
const madeAssets = existsSync('public/assets') ? readdirSync('public/assets') : []

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true }, // npm test checks the types
  compress: false, // the server in front compresses
  distDir: process.env.SPALT_DIST_DIR ?? '.next',
  serverExternalPackages: ['pg', 'pg-boss', 'pino', '@node-rs/argon2', 'dictionary-sv', 'dictionary-en', 'satori', 'sharp'],
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  headers: async () => [
    { source: '/favicon.svg', headers: [{ key: 'cache-control', value: 'public, max-age=86400' }] },
    ...madeAssets.map((name) => ({ source: `/assets/${name}`, headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }] })),
  ],
  turbopack: { rules: { '*.inline.css': { loaders: ['./scripts/inline-css-loader.mjs'], as: '*.js' } } },
}

export default createNextIntlPlugin('./app/i18n.ts')(config)
