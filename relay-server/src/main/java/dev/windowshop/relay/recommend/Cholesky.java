package dev.windowshop.relay.recommend;

/// Solves a symmetric positive definite system in place.
final class Cholesky {
  private Cholesky() {}

  /// @param matrix its lower triangle is used and overwritten
  /// @param right the right side, replaced by the solution
  static void solve(double[][] matrix, double[] right, int count) {
    for (int row = 0; row < count; row++) {
      double[] of = matrix[row];
      for (int column = 0; column < row; column++) {
        double[] other = matrix[column];
        double sum = of[column];
        for (int k = 0; k < column; k++) {
          sum -= of[k] * other[k];
        }
        of[column] = sum / other[column];
      }
      double pivot = of[row];
      for (int k = 0; k < row; k++) {
        pivot -= of[k] * of[k];
      }
      // Sums that were cut short can make it slightly indefinite.
      of[row] = Math.sqrt(Math.max(pivot, 1e-3 * of[row] + 1e-9));
    }
    for (int row = 0; row < count; row++) {
      double sum = right[row];
      for (int k = 0; k < row; k++) {
        sum -= matrix[row][k] * right[k];
      }
      right[row] = sum / matrix[row][row];
    }
    for (int row = count - 1; row >= 0; row--) {
      double sum = right[row];
      for (int k = row + 1; k < count; k++) {
        sum -= matrix[k][row] * right[k];
      }
      right[row] = sum / matrix[row][row];
    }
  }
}
