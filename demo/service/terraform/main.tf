terraform {
  required_version = ">= 1.5"
}

variable "environment" {
  type    = string
  default = "sandbox-apps"
}

variable "database_password" {
  type      = string
  sensitive = true
  default   = "demo-only-9f2c41"
}

# Stands for the service's own resources: terraform_data needs no provider, so the demo plans and applies it anywhere.
resource "terraform_data" "queue" {
  input = { name = "${var.environment}-payments", retention_seconds = 345600 }
}

resource "terraform_data" "database" {
  input = { identifier = "${var.environment}-payments-db", password = var.database_password }
}

output "queue" {
  value = terraform_data.queue.output.name
}
