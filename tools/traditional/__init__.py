"""The Traditional Chinese of Taiwan, made of the Simplified by OpenCC and lists of terms: drafts of sentences, the window whole."""
