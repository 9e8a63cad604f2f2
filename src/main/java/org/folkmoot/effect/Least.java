package org.folkmoot.effect;

/// Weighted least squares by the normal equations, for a handful of columns.
final class Least {

    private final int columns;
    private final double[][] sums;

    Least(int columns) {
        this.columns = columns;
        this.sums = new double[columns][columns + 1];
    }

    void add(double weight, double[] x, double y) {
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                sums[i][j] += weight * x[i] * x[j];
            }
            sums[i][columns] += weight * x[i] * y;
        }
    }

    /// The coefficients. A column that follows from those before it has 0.
    double[] solve() {
        var a = new double[columns][];
        for (int i = 0; i < columns; i++) {
            a[i] = sums[i].clone();
        }
        for (int i = 0; i < columns; i++) {
            boolean follows = a[i][i] <= 1e-9 * sums[i][i];
            for (int k = 0; k < columns && !follows; k++) {
                if (k != i) {
                    double times = a[k][i] / a[i][i];
                    for (int j = i; j <= columns; j++) {
                        a[k][j] -= times * a[i][j];
                    }
                }
            }
            if (follows) {
                for (int k = 0; k < columns; k++) {
                    a[k][i] = 0;
                    a[i][k] = 0;
                }
                a[i][i] = 1;
                a[i][columns] = 0;
            }
        }
        var line = new double[columns];
        for (int i = 0; i < columns; i++) {
            line[i] = a[i][columns] / a[i][i];
        }
        return line;
    }
}
