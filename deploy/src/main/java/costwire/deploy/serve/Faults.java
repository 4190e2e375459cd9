package costwire.deploy.serve;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is wrong with a request that gets to no route, such as one whose headers are too long. */
final class Faults implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SecurityHeaders.put((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    Object message = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
    String detail = message == null ? "The request cannot be read" : String.valueOf(message);
    byte[] problem = Problem.of(response.getStatus(), Answer.brief(detail)).bytes();
    response.write(true, ByteBuffer.wrap(problem), callback);
    return true;
  }
}
