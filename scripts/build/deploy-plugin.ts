import { build } from 'esbuild'

/** The plugin that serverless.yml names: one file, for the deploy tool lives among packages of its own. */
export async function buildDeployPlugin(): Promise<void> {
  await build({
    entryPoints: ['scripts/deploy/plugin/plugin.ts'],
    outfile: 'dist/deploy/plugin.cjs',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // the tool takes the module itself for the plugin
    footer: { js: 'module.exports = module.exports.OutlayPlugin' },
    legalComments: 'none',
  })
}
