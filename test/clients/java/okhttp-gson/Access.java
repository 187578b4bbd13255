// The own ways of the library `okhttp-gson`: how a client is opened, and JSON.
import atlas.ApiClient;
import atlas.ApiException;
import atlas.JSON;
import atlas.model.ApiError;

class Access {
  static ApiClient open(String url, String token) {
    ApiClient client = new ApiClient().setBasePath(url);
    client.setBearerToken(token);
    return client;
  }

  static ApiError errorOf(ApiClient client, ApiException refused) throws Exception {
    return ApiError.fromJson(refused.getResponseBody());
  }

  static String json(ApiClient client, Object value) {
    return JSON.serialize(value);
  }
}
