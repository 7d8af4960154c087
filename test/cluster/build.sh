#!/bin/bash
# Builds the cluster's binaries from go.mod and go.sum beside it: kubelab (etcd, API server, controller manager, scheduler
# in one), kwok, kubectl, helm3, helm4. About 6 minutes and 2.3 GB of memory cold on two cores, 40 s of links when warm.
# usage: build.sh [FOLDER]    the cache folder unless given; needs Go 1.26
set -euo pipefail
cd "$(dirname "$0")"
out=${1:-${SLIPWAY_CACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}}/slipway/cluster}
mkdir -p "$out"
export CGO_ENABLED=0 GOMAXPROCS=${GOMAXPROCS:-2} GOFLAGS="-buildvcs=false -trimpath -mod=readonly -p=${JOBS:-2}"

version() { go list -m -f '{{.Version}}' "$1"; }
kubernetes=$(version k8s.io/kubernetes)
minor=$(echo "$kubernetes" | cut -d. -f2)
helm3=$(version helm.sh/helm/v3)
helm4=$(version helm.sh/helm/v4)
kwok=$(version sigs.k8s.io/kwok)

build() { # name, package, linker flags
  if [ -x "$out/$1" ] && [ "$out/$1" -nt go.sum ]; then return; fi
  echo "building $1"
  nice -n 10 go build -ldflags "-s -w $3" -o "$out/$1.new" "$2"
  mv "$out/$1.new" "$out/$1"
}

base=k8s.io/component-base/version
server="-X $base.gitVersion=$kubernetes -X $base.gitMajor=1 -X $base.gitMinor=$minor -X $base.gitTreeState=clean"
build kubelab ./cmd/kubelab "$server"
build kubectl k8s.io/kubernetes/cmd/kubectl "$server"
build kwok sigs.k8s.io/kwok/cmd/kwok "-X sigs.k8s.io/kwok/pkg/consts.Version=$kwok"
# Without these Helm renders as if the cluster were Kubernetes 1.20.
v3=helm.sh/helm/v3
build helm3 $v3/cmd/helm "-X $v3/internal/version.version=$helm3 -X $v3/pkg/lint/rules.k8sVersionMajor=1 -X $v3/pkg/lint/rules.k8sVersionMinor=$minor -X $v3/pkg/chartutil.k8sVersionMajor=1 -X $v3/pkg/chartutil.k8sVersionMinor=$minor"
v4=helm.sh/helm/v4
build helm4 $v4/cmd/helm "-X $v4/internal/version.version=$helm4 -X $v4/internal/version.kubeClientVersionMajor=1 -X $v4/internal/version.kubeClientVersionMinor=$minor -X $v4/pkg/chart/common.k8sVersionMajor=1 -X $v4/pkg/chart/common.k8sVersionMinor=$minor -X $v4/pkg/chart/v2/lint/rules.k8sVersionMajor=1 -X $v4/pkg/chart/v2/lint/rules.k8sVersionMinor=$minor"
