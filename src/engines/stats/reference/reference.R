# Numbers that the tests of src/engines/stats compare with. Base R only:
#   Rscript src/engines/stats/reference/reference.R > src/engines/stats/reference/reference.txt
options(digits = 15)
before <- c(52, 61, 48, 70, 66, 55, 73, 59)
after <- c(60, 66, 47, 78, 75, 61, 74, 70)
third <- c(71, 64, 80, 77, 69, 85)
show <- function(name, values) cat(name, format(values, digits = 15), "\n")

show("quantile7", quantile(before, c(0.25, 0.5, 0.75, 0.9), type = 7))
show("mean_sd", c(mean(before), sd(before)))
show("mean_interval", t.test(before)$conf.int)
w <- prop.test(17, 20, correct = FALSE)
show("wilson_17_20", w$conf.int)
show("wilson_0_8_90", prop.test(0, 8, correct = FALSE, conf.level = 0.90)$conf.int)

p <- t.test(after, before, paired = TRUE)
show("paired", c(p$estimate, p$conf.int, p$statistic, p$parameter, p$p.value))
u <- t.test(third, before)
show("welch", c(diff(rev(u$estimate)), u$conf.int, u$statistic, u$parameter, u$p.value))

ncp_interval <- function(t, df) {
  at <- function(prob) uniroot(function(d) pt(t, df, d) - prob, c(t - 10, t + 10), tol = 1e-12)$root
  c(at(0.975), at(0.025))
}
d <- after - before
n <- length(d)
show("d_z", c(mean(d) / sd(d), ncp_interval(sqrt(n) * mean(d) / sd(d), n - 1) / sqrt(n)))
s <- sqrt((var(before) + var(after)) / 2)
d_av <- mean(d) / s
r <- cor(before, after)
se <- sqrt(d_av^2 * (var(before)^2 + var(after)^2 + 2 * r^2 * var(before) * var(after)) / (8 * (n - 1) * s^4) +
             (var(before) + var(after) - 2 * r * sd(before) * sd(after)) / ((n - 1) * s^2))
show("d_av", c(d_av, d_av - qnorm(0.975) * se, d_av + qnorm(0.975) * se))
n1 <- length(before); n2 <- length(third); m <- n1 + n2 - 2
pooled <- sqrt(((n1 - 1) * var(before) + (n2 - 1) * var(third)) / m)
unit <- sqrt(1 / n1 + 1 / n2)
dp <- (mean(third) - mean(before)) / pooled
ci <- ncp_interval(dp / unit, m) * unit
show("d_pooled", c(dp, ci))
J <- exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
show("hedges", c(J * dp, J * ci))
show("d_z_negative", c(-mean(d) / sd(d), ncp_interval(-sqrt(n) * mean(d) / sd(d), n - 1) / sqrt(n)))

k <- cor.test(before, after)
show("pearson", c(k$estimate, k$conf.int, k$statistic, k$p.value))
bands <- c(1, 2, 2, 3, 4, 4, 5, 3); marks <- c(2, 1, 3, 3, 5, 4, 4, 2)
rho <- cor(bands, marks, method = "spearman")
half <- qnorm(0.975) * sqrt((1 + rho^2 / 2) / (8 - 3))
t <- rho * sqrt(6 / (1 - rho^2))
show("spearman", c(rho, tanh(atanh(rho) - half), tanh(atanh(rho) + half), t, 2 * pt(-abs(t), 6)))
