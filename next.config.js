import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true }, // npm test checks the types
  compress: false, // the server in front compresses
  distDir: process.env.SPALT_DIST_DIR ?? '.next',
  serverExternalPackages: ['pg', 'pg-boss', 'pino', '@node-rs/argon2', 'dictionary-sv', 'dictionary-en'],
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  turbopack: { rules: { '*.inline.css': { loaders: ['./scripts/inline-css-loader.mjs'], as: '*.js' } } },
}

export default createNextIntlPlugin('./lib/auth/i18n.ts')(config)
