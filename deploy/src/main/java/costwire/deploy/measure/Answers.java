package costwire.deploy.measure;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.deploy.Refusal;
import costwire.stream.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Answers of a server, one after the other, unpacked. */
record Answers(HttpClient client, URI server) {
  Answers(URI server) {
    this(HttpClient.newHttpClient(), server);
  }

  /**
   * @throws Refusal if it is none
   */
  byte[] get(String path) {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw Refusal.failed("/" + path + " is answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw Refusal.failed("/" + path + " is not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted", e);
    }
  }

  /**
   * @throws Refusal if there is none
   */
  JsonNode json(String path) {
    try {
      return Json.mapper().readTree(get(path));
    } catch (IOException e) {
      throw Refusal.failed("/" + path + " is not answered with JSON", e);
    }
  }
}
