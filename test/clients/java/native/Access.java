// The own ways of the library `native`: how a client is opened, and JSON.
import atlas.ApiClient;
import atlas.ApiException;
import atlas.model.ApiError;

class Access {
  static ApiClient open(String url, String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(url);
    return client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
  }

  static ApiError errorOf(ApiClient client, ApiException refused) throws Exception {
    return client.getObjectMapper().readValue(refused.getResponseBody(), ApiError.class);
  }

  static String json(ApiClient client, Object value) throws Exception {
    return client.getObjectMapper().writeValueAsString(value);
  }
}
