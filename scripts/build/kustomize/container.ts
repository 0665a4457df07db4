/** The image's name before kustomize puts registry and tag in its place. */
export const outlay = { name: 'outlay', image: 'outlay' }

/** Of a pod: whose rights its programs have. */
export const nobody = {
  runAsNonRoot: true,
  runAsUser: 65532,
  runAsGroup: 65532,
  seccompProfile: { type: 'RuntimeDefault' },
}

/** Of a container in such a pod. */
export const inRestrictedPod = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
}
