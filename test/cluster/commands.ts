/** The command lines of the cluster's processes. */
import { join } from 'node:path';

/** Ports of loopback. */
export interface Ports {
  readonly api: number;
  readonly etcd: number;
  readonly peer: number;
  readonly kcm: number;
  readonly scheduler: number;
  readonly kwok: number;
  readonly webhook: number;
}

type Command = readonly [command: string, args: readonly string[]];

/** What to start, by name. */
export function commands(folder: string, binaries: string, ports: Ports): Record<'etcd' | 'apiserver' | 'kcm' | 'scheduler' | 'kwok', Command> {
  const kubelab = join(binaries, 'kubelab');
  const pki = (name: string) => join(folder, 'pki', name);
  const local = (port: number) => `http://127.0.0.1:${port}`;
  const fast = ['--kube-api-qps=500', '--kube-api-burst=1000', '--bind-address=127.0.0.1', '--leader-elect=false', '--profiling=false'];
  return {
    etcd: [
      kubelab,
      [
        ...['etcd', '--data-dir', join(folder, 'etcd'), '--listen-client-urls', local(ports.etcd), '--advertise-client-urls', local(ports.etcd)],
        ...['--listen-peer-urls', local(ports.peer), '--initial-advertise-peer-urls', local(ports.peer), '--initial-cluster', `default=${local(ports.peer)}`],
        ...['--unsafe-no-fsync', '--log-level', 'warn'],
      ],
    ],
    apiserver: [
      kubelab,
      [
        ...['kube-apiserver', `--etcd-servers=${local(ports.etcd)}`, '--bind-address=127.0.0.1', `--secure-port=${ports.api}`, '--endpoint-reconciler-type=none'],
        ...['--service-cluster-ip-range=10.96.0.0/16', '--allow-privileged=true', '--authorization-mode=Node,RBAC', '--profiling=false', '--v=1'],
        ...[`--tls-cert-file=${pki('apiserver.crt')}`, `--tls-private-key-file=${pki('apiserver.key')}`, `--client-ca-file=${pki('ca.crt')}`],
        ...['--service-account-issuer=https://kubernetes.default.svc', `--service-account-key-file=${pki('sa.pub')}`, `--service-account-signing-key-file=${pki('sa.key')}`],
        ...[`--authentication-token-webhook-config-file=${join(folder, 'webhook.kubeconfig')}`, '--authentication-token-webhook-version=v1'],
        ...['--authentication-token-webhook-cache-ttl=10s', `--cert-dir=${join(folder, 'certs')}`],
      ],
    ],
    kcm: [
      kubelab,
      [
        ...['kube-controller-manager', `--kubeconfig=${join(folder, 'kcm.kubeconfig')}`, `--secure-port=${ports.kcm}`, ...fast, '--use-service-account-credentials=true'],
        // Without this it writes outside its folder.
        `--flex-volume-plugin-dir=${join(folder, 'flexvolume')}`,
        ...[`--service-account-private-key-file=${pki('sa.key')}`, `--root-ca-file=${pki('ca.crt')}`, `--cert-dir=${join(folder, 'certs-kcm')}`],
      ],
    ],
    scheduler: [
      kubelab,
      ['kube-scheduler', `--kubeconfig=${join(folder, 'scheduler.kubeconfig')}`, `--secure-port=${ports.scheduler}`, ...fast, `--cert-dir=${join(folder, 'certs-sch')}`],
    ],
    kwok: [
      join(binaries, 'kwok'),
      [
        ...[`--kubeconfig=${join(folder, 'kwok.kubeconfig')}`, `--config=${join(folder, 'stages.yaml')}`, '--manage-all-nodes=true', '--cidr=10.244.0.0/16'],
        ...['--node-ip=127.0.0.1', `--node-port=${ports.kwok}`, `--server-address=127.0.0.1:${ports.kwok}`, '--node-lease-duration-seconds=40'],
        ...[`--tls-cert-file=${pki('apiserver.crt')}`, `--tls-private-key-file=${pki('apiserver.key')}`],
      ],
    ],
  };
}
