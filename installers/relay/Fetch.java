import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Prints what an address answers and fails unless it answers 200: what builds a package need not have curl.
final class Fetch {
  private Fetch() {}

  public static void main(String[] arguments) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(arguments[0])).build(),
                HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(arguments[0] + " answers " + answer.statusCode());
    }
    System.out.print(answer.body());
  }
}
